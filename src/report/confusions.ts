import type { Item } from "../schema/item.ts";

/** Services named only in the picked wrong option, against those named only in the key. */
function confusedServices(
  item: Item,
  answer: { readonly choose: readonly string[]; readonly key: readonly string[] },
): { picked: string; instead: string }[] {
  const named = (ids: readonly string[]) => {
    const text = item.options
      .filter((option) => ids.includes(option.id))
      .map((option) => option.text)
      .join(" ");
    return mentionedServices(text);
  };
  const key = named(answer.key);
  const picked = named(answer.choose.filter((id) => !answer.key.includes(id)));
  const only = (list: string[], other: string[]) => list.filter((service) => !other.includes(service));
  const [wrong, right] = [only(picked, key)[0], only(key, picked)[0]];
  return wrong && right ? [{ picked: wrong, instead: right }] : [];
}

const mentions = [
  "Lambda",
  "API Gateway",
  "DynamoDB",
  "S3",
  "SQS",
  "SNS",
  "EventBridge",
  "Kinesis",
  "Firehose",
  "Step Functions",
  "Cognito",
  "KMS",
  "Secrets Manager",
  "Parameter Store",
  "AppConfig",
  "CloudFormation",
  "SAM",
  "CDK",
  "CodeBuild",
  "CodeDeploy",
  "CodePipeline",
  "CodeArtifact",
  "Elastic Beanstalk",
  "ECS",
  "ECR",
  "EKS",
  "Fargate",
  "ElastiCache",
  "DAX",
  "CloudFront",
  "CloudWatch Logs",
  "CloudWatch",
  "X-Ray",
  "CloudTrail",
  "STS",
  "IAM",
  "WAF",
  "ACM",
  "RDS",
  "Aurora",
  "OpenSearch",
  "Athena",
  "Bedrock",
  "AgentCore",
  "EFS",
  "EBS",
  "EC2",
  "Route 53",
  "AppSync",
  "Amplify",
  "user pool",
  "identity pool",
] as const;

function mentionedServices(text: string): string[] {
  return mentions.filter((name) => new RegExp(`\\b${name}\\b`, "i").test(text));
}

/** A pair that is mixed up: what was picked, what was right, how often, and in which items. */
export interface Confusion {
  readonly picked: string;
  readonly instead: string;
  readonly n: number;
  readonly items: readonly string[];
}

/** Sums up wrong picks ("item option" -> times) into pairs of services, most frequent first. */
export function confusionPairs(
  wrongPicks: Readonly<Record<string, number>>,
  itemOf: (id: string) => Item | undefined,
): Confusion[] {
  const pairs = new Map<string, Confusion>();
  for (const [pick, times] of Object.entries(wrongPicks)) {
    const [id = "", option = ""] = pick.split(" ");
    const item = itemOf(id);
    const key = item?.options.filter((candidate) => candidate.correct).map((candidate) => candidate.id) ?? [];
    for (const { picked, instead } of item ? confusedServices(item, { choose: [option], key }) : []) {
      const before = pairs.get(`${picked} ${instead}`);
      pairs.set(`${picked} ${instead}`, {
        picked,
        instead,
        n: (before?.n ?? 0) + times,
        items: [...(before?.items ?? []), id],
      });
    }
  }
  return [...pairs.values()].sort((a, b) => b.n - a.n || (a.picked < b.picked ? -1 : 1));
}

/** Which service's item was missed by an option that speaks of another service, most frequent first. */
export function confusionsOf(
  answers: readonly {
    readonly item: string;
    readonly choose: readonly string[];
    readonly key: readonly string[];
    readonly correct: boolean;
  }[],
  items: ReadonlyMap<string, Item>,
) {
  const counts = new Map<string, { picked: string; instead: string; n: number }>();
  for (const answer of answers.filter((candidate) => !candidate.correct)) {
    const item = items.get(answer.item);
    for (const pair of item ? confusedServices(item, answer) : []) {
      const id = `${pair.picked} ${pair.instead}`;
      counts.set(id, { ...pair, n: (counts.get(id)?.n ?? 0) + 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.n - a.n || (a.picked < b.picked ? -1 : 1));
}
