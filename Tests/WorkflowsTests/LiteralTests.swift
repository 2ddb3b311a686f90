import Testing
import Workflows

/// Addresses and names of AWS as people write them out.
struct LiteralTests {
  @Test(arguments: [
    ("arn:aws:lambda:eu-west-1:123456789012:function:tell", nil),
    ("arn:aws-cn:kms:cn-north-1:123456789012:key/k", nil),
    ("arn:aws:sagemaker:us-west-2:aws:hub-content/Hub/Model/m/1.0.0", nil),
    ("arn:aws:s3:::bucket", nil), ("arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/k", nil),
    ("arn:was:s3:::bucket", AmazonResourceName.Problem.partition), ("arn:aws::::bucket", .partition),
    ("arn:aws:sqs:eu-west:123456789012:q", .region), ("arn:aws:sqs:EU-WEST-1:123456789012:q", .region),
    ("arn:aws:sqs:eu-west-1:12345678901:q", .account), ("arn:aws:sqs:eu-west-1:123456789012:", .resource),
  ])
  func namesOfResourcesAreTakenApart(_ text: String, _ problem: AmazonResourceName.Problem?) throws {
    #expect(try #require(AmazonResourceName(text)).problem == problem)
  }

  @Test(arguments: ["", "role", "arn", "arn:aws:s3::bucket", "ARN:aws:s3:::bucket", "urn:aws:s3:::bucket"])
  func otherTextsAreNoNamesOfResources(_ text: String) {
    #expect(AmazonResourceName(text) == nil)
  }

  @Test(arguments: [
    ("arn:aws:iam::123456789012:role/service-role/Jobs", true), ("arn:aws:iam::123456789012:role/", false),
    ("arn:aws:iam::123456789012:user/jobs", false), ("arn:aws:iam:eu-west-1:123456789012:role/r", false),
    ("arn:aws:sts::123456789012:assumed-role/r/s", false),
  ])
  func rolesAreToldFromOtherResources(_ text: String, _ isRole: Bool) throws {
    #expect(try #require(AmazonResourceName(text)).isRole == isRole)
  }

  @Test(arguments: [
    ("image", nil), ("image:1.2", nil), ("team/image", nil), ("registry:5000/team/image:1", nil),
    ("public.ecr.aws/x/y@sha256:\(String(repeating: "a", count: 64))", nil),
    ("123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/image:latest", nil),
    ("https://public.ecr.aws/x", ImageReference.Problem.scheme), ("my image", .blank), ("image:1 ", .blank),
    ("1234.dkr.ecr.eu-west-1.amazonaws.com/image", .account),
    ("123456789012.dkr.ecr.eu-west-1.amazonaws.com/", .noRepository), (":1", .noRepository),
    ("Image:1", .upperCase), ("image:", .tag), ("image:.1", .tag),
    ("image@sha256:abc", .digest), ("image@abc", .digest),
  ])
  func addressesOfImagesAreTakenApart(_ text: String, _ problem: ImageReference.Problem?) {
    #expect(ImageReference(text).problem == problem)
  }

  @Test func registriesOfECRTellAccountAndRegion() {
    let image = ImageReference("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/image:1")
    #expect(image.account == "123456789012" && image.region == "cn-north-1")
    #expect(ImageReference("public.ecr.aws/x/y:1").region == nil)
  }

  @Test(arguments: [
    ("s3://bucket", nil), ("s3://bucket/key with blanks", nil), ("https://bucket.s3.amazonaws.com/key", nil),
    ("bucket/key", S3Location.Problem.scheme), ("S3://bucket", .scheme), ("s3:/bucket", .scheme),
    ("s3://", .noBucket), ("s3:///key", .noBucket), ("s3://my bucket/key", .blankInBucket),
  ])
  func addressesInS3AreTakenApart(_ text: String, _ problem: S3Location.Problem?) {
    #expect(S3Location(text).problem == problem)
  }

  @Test(arguments: [
    ("1234abcd-12ab-34cd-56ef-1234567890ab", true), ("mrk-1234abcd12ab34cd56ef1234567890ab", true),
    ("alias/models", true), ("arn:aws:kms:eu-west-1:123456789012:key/k", true),
    ("arn:aws:kms:eu-west-1:123456789012:alias/a", true), ("models", false), ("alias/", false),
    ("arn:aws:kms:eu-west-1:123456789012:grant/g", false),
    ("arn:aws:sns:eu-west-1:123456789012:key/k", false),
    ("1234abcd-12ab-34cd-56ef-1234567890xy", false), ("mrk-1234", false),
  ])
  func keysAreNamedInFourWays(_ text: String, _ isValid: Bool) {
    #expect(EncryptionKeyName.isValid(text) == isValid)
  }
}
