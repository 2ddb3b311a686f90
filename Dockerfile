# docs/docker.md says how to use it.
FROM swift:6.2-bookworm AS build
# hadolint ignore=DL3008
RUN apt-get update \
  && apt-get install --yes --no-install-recommends libgraphviz-dev libyaml-dev \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY Package.* ./
COPY Rules Rules
COPY Sources Sources
COPY Tests Tests
RUN swift build -c release --static-swift-stdlib --product stateline \
  && install -D --strip .build/release/stateline /out/stateline

FROM debian:bookworm-slim
# libgvc6 lays out pictures; linting needs none of it.
# hadolint ignore=DL3008
RUN apt-get update \
  && apt-get install --yes --no-install-recommends libgvc6 libstdc++6 \
  && rm -rf /var/lib/apt/lists/*
COPY --from=build /out/stateline /usr/local/bin/stateline
COPY LICENSE /usr/share/doc/stateline/
USER 65534
WORKDIR /repository
ENTRYPOINT ["stateline"]
