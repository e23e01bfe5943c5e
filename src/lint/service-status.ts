/** What AWS says of a service: shut down or without support, closed to new customers, or in maintenance (no new features). */
export type ServiceStatus = "retired" | "closed" | "maintenance";

/** A service that no key should rest on. */
export interface FadingService {
  readonly name: string;
  /** How texts name it; generic words such as "data pipeline" must not match. */
  readonly pattern: RegExp;
  readonly status: ServiceStatus;
}

/** The month in which the list was compared with AWS's announcements. */
export const statusChecked = "2026-12";

const service = (status: ServiceStatus, name: string, pattern: RegExp): FadingService => ({
  name,
  pattern,
  status,
});

export const fadingServices: readonly FadingService[] = [
  service("retired", "AWS OpsWorks", /\bOpsWorks\b/),
  service("retired", "AWS CodeStar", /\bCodeStar\b(?! (?:[Cc]onnection|[Nn]otification))/),
  service("retired", "Amazon CodeGuru Security", /\bCodeGuru Security\b/),
  service("retired", "AWS Server Migration Service", /\bServer Migration Service\b|\bAWS SMS\b/),
  service("retired", "AWS WAF Classic", /\bWAF Classic\b/),
  service("retired", "Kinesis Data Analytics for SQL", /\bKinesis Data Analytics\b(?! for Apache Flink)/),
  service("retired", "AWS App Mesh", /\bApp Mesh\b/),
  service("retired", "AWS Copilot CLI", /\bAWS Copilot\b|\bCopilot CLI\b/),
  service("retired", "Amazon CloudWatch Evidently", /\bEvidently\b/),
  service("retired", "Amazon Pinpoint", /\bPinpoint\b/),
  service("closed", "AWS Cloud9", /\bCloud9\b/),
  service("closed", "AWS Data Pipeline", /\bAWS Data Pipeline\b/),
  service("closed", "Amazon Cognito Sync", /\bCognito Sync\b/),
  service("closed", "S3 Object Lambda", /\bS3 Object Lambda\b|\bObject Lambda Access Point\b/i),
  service("closed", "Amazon S3 Glacier vaults", /\bGlacier vaults?\b/i),
  service("closed", "AWS CloudTrail Lake", /\bCloudTrail Lake\b/),
  service("closed", "AWS App Runner", /\bApp Runner\b/),
  service("closed", "S3 Select", /\bS3 Select\b|\bSelectObjectContent\b/),
  service("closed", "Amazon CodeGuru Reviewer", /\bCodeGuru Reviewer\b/),
  service("closed", "AWS Audit Manager", /\bAudit Manager\b/),
  service("closed", "Amazon Bedrock Agents Classic", /\bBedrock Agents\b|\bAgents Classic\b|\bInvokeAgent\b/),
  service("closed", "Amazon CodeCatalyst", /\bCodeCatalyst\b/),
  service("maintenance", "Amazon Q Developer IDE plugins", /\bQ Developer (?:IDE )?(?:plugin|extension)s?\b/),
  service("maintenance", "AWS X-Ray SDKs and daemon", /\bX-Ray (?:SDKs?|daemon)\b|\baws-xray-sdk\b/i),
  service("maintenance", "AWS Amplify Gen 1", /\bAmplify Gen ?1\b/i),
  service("maintenance", "AWS CLI version 1", /\bAWS CLI (?:v|version )1\b/i),
];
