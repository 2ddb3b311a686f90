#include <stddef.h>

/// The version of botocore that the texts were made from.
extern const char *const catalogue_version;

/// The text of one service. It is there as long as the program.
struct catalogue_service {
  const char *name;
  const unsigned char *text;
  size_t size;
};

/// The services, ordered by name; NULL behind the last.
const struct catalogue_service *catalogue_service_at(size_t index);
