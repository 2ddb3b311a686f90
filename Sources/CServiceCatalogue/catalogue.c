// Made by Scripts/catalogue from botocore 1.44.8.
#include "CServiceCatalogue.h"

const char *const catalogue_version = "1.44.8";

static const unsigned char bedrock_text[] = {
#embed "services/bedrock.txt"
};
static const unsigned char emr_text[] = {
#embed "services/emr.txt"
};
static const unsigned char emr_serverless_text[] = {
#embed "services/emr-serverless.txt"
};
static const unsigned char lambda_text[] = {
#embed "services/lambda.txt"
};
static const unsigned char sagemaker_text[] = {
#embed "services/sagemaker.txt"
};

static const struct catalogue_service services[] = {
  {"bedrock", bedrock_text, sizeof bedrock_text},
  {"emr", emr_text, sizeof emr_text},
  {"emr-serverless", emr_serverless_text, sizeof emr_serverless_text},
  {"lambda", lambda_text, sizeof lambda_text},
  {"sagemaker", sagemaker_text, sizeof sagemaker_text},
};

const struct catalogue_service *catalogue_service_at(size_t index) {
  return index < sizeof services / sizeof *services ? &services[index] : NULL;
}
