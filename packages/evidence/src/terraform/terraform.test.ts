import { expect, test } from 'vitest';
import { conforms } from '../conformance/suite.ts';
import type { EvidenceFile } from '../port.ts';
import { terraform } from './terraform.ts';

const kafkaText = `# Topics of the shop
terraform {
  required_providers { kafka = { source = "Mongey/kafka", version = "~> 0.8" } }
}

variable "environment" {
  type    = string
  default = "prod"
}

locals {
  prefix = "\${var.environment}.shop"
  topics = {
    placed    = { partitions = 12 }
    cancelled = { partitions = 3 }
  }
}

resource "kafka_topic" "orders" {
  for_each           = local.topics
  name               = "\${local.prefix}.orders.\${each.key}"
  partitions         = each.value.partitions
  replication_factor = 3
  config = {
    "retention.ms" = 7 * 24 * 3600 * 1000 // a week
  }
}

resource "kafka_acl" "billing_reads" {
  resource_name       = kafka_topic.orders["placed"].name
  resource_type       = "Topic"
  acl_principal       = "User:billing"
  acl_host            = "*"
  acl_operation       = "Read"
  acl_permission_type = "Allow"
}

resource "kafka_acl" "writes" {
  for_each                     = toset(["web-shop", "returns"])
  resource_name                = "\${local.prefix}.orders."
  resource_pattern_type_filter = "Prefixed"
  resource_type                = "Topic"
  acl_principal                = "User:\${each.value}"
  acl_host                     = "*"
  acl_operation                = "Write"
  acl_permission_type          = "Allow"
}
`;

conforms(terraform, {
  location: 'kafka.tf',
  text: kafkaText,
  says: [
    'channel prod.shop.orders.placed',
    'channel prod.shop.orders.cancelled',
    'billing receive prod.shop.orders.placed',
    'web-shop send prod.shop.orders.*',
    'returns send prod.shop.orders.*',
  ],
});

conforms(terraform, {
  location: 'main.tf.json',
  text: JSON.stringify(
    {
      locals: { name: 'orders' },
      resource: {
        aws_sns_topic: { placed: { name: '${local.name}-placed', tags: { Team: 'sales' } } },
        aws_sqs_queue: { billing: { name: 'billing-orders' } },
        aws_sns_topic_subscription: {
          billing: {
            topic_arn: '${aws_sns_topic.placed.arn}',
            protocol: 'sqs',
            endpoint: '${aws_sqs_queue.billing.arn}',
          },
        },
        aws_lambda_event_source_mapping: {
          billing: { event_source_arn: '${aws_sqs_queue.billing.arn}', function_name: 'billing' },
        },
      },
    },
    undefined,
    2,
  ),
  says: [
    'channel orders-placed',
    'owner orders-placed sales',
    'channel billing-orders',
    'billing receive billing-orders',
    'billing receive orders-placed',
  ],
});

/** What the files of a folder say, as lines, and their findings. */
function module(texts: Record<string, string>) {
  const files: EvidenceFile[] = Object.entries(texts).map(([location, text]) => ({ location, text }));
  const results = files.map(({ location, text }) => terraform.read(location, text, files));
  return {
    lines: results.flatMap(({ evidence }) => [
      ...(evidence?.channels ?? []).map(({ address }) => `channel ${address}`),
      ...(evidence?.uses ?? []).map(
        ({ who, action, address, match }) => `${who} ${action} ${address}${match ? '*' : ''}`,
      ),
      ...(evidence?.aliases ?? []).map(({ service, name }) => `${service} is ${name}`),
    ]),
    findings: results.flatMap(({ findings }) => findings),
    results,
  };
}

test('facts stand in the lines of their files', () => {
  const { results } = module({ 'kafka.tf': kafkaText });
  expect(results[0]?.evidence?.uses[0]).toMatchObject({
    who: 'billing',
    origin: { source: 'kafka.tf', pointer: '', inside: { start: { line: 30 } } },
  });
});

test('a folder is one: variables, their values and resources of other files are known', () => {
  const { lines, findings } = module({
    'a/variables.tf': 'variable "topic" { type = string }\nvariable "region" {\n  default = "us"\n}\n',
    'a/terraform.tfvars': 'topic = "orders"\nregion = "eu"\n',
    'a/main.tf': 'resource "google_pubsub_topic" "t" {\n  name = "${var.region}-${var.topic}"\n}\n',
    'a/grants.tf': `resource "google_service_account" "orders" { account_id = "orders" }
resource "google_pubsub_subscription" "s" {
  name  = "billing-orders"
  topic = google_pubsub_topic.t.id
}
resource "google_pubsub_topic_iam_member" "p" {
  topic  = google_pubsub_topic.t.name
  role   = "roles/pubsub.publisher"
  member = "serviceAccount:\${google_service_account.orders.email}"
}
resource "google_pubsub_subscription_iam_member" "r" {
  subscription = google_pubsub_subscription.s.name
  role         = "roles/pubsub.subscriber"
  member       = "serviceAccount:billing@shop.iam.gserviceaccount.com"
}
`,
  });
  expect(findings).toEqual([]);
  expect(lines).toEqual(['channel eu-orders', 'orders send eu-orders', 'billing receive eu-orders']);
});

test('a subscription that nobody is known to read stands for its reader', () => {
  const { lines } = module({
    'main.tf': `resource "azurerm_servicebus_topic" "orders" { name = "orders" }
resource "azurerm_servicebus_subscription" "billing" {
  name     = "billing"
  topic_id = azurerm_servicebus_topic.orders.id
}
resource "azurerm_user_assigned_identity" "shop" { name = "web-shop" }
resource "azurerm_role_assignment" "shop" {
  scope                = azurerm_servicebus_topic.orders.id
  role_definition_name = "Azure Service Bus Data Sender"
  principal_id         = azurerm_user_assigned_identity.shop.principal_id
}
`,
  });
  expect(lines).toEqual(['channel orders', 'web-shop send orders', 'billing receive orders']);
});

test('what policies of AWS let roles do', () => {
  const { lines, findings } = module({
    'main.tf': `resource "aws_sns_topic" "orders" { name = "orders" }
data "aws_sqs_queue" "parcels" { name = "parcels" }
data "aws_iam_policy_document" "shop" {
  statement {
    actions   = ["sns:Publish", "logs:*"]
    resources = [aws_sns_topic.orders.arn]
  }
  statement {
    effect    = "Deny"
    actions   = ["sqs:*"]
    resources = ["*"]
  }
}
resource "aws_iam_role" "shop" { name = "shop-task-role" }
resource "aws_iam_role_policy" "shop" {
  role   = aws_iam_role.shop.name
  policy = data.aws_iam_policy_document.shop.json
}
resource "aws_iam_policy" "shipping" {
  name   = "shipping"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sqs:ReceiveMessage", Resource = data.aws_sqs_queue.parcels.arn }]
  })
}
resource "aws_iam_role_policy_attachment" "shipping" {
  role       = "shipping"
  policy_arn = aws_iam_policy.shipping.arn
}
`,
  });
  expect(findings).toEqual([]);
  expect(lines).toEqual([
    'channel orders',
    'shop-task-role send orders',
    'shipping receive parcels',
    'shop is shop-task-role',
  ]);
});

test('Confluent: topics, accounts by their names, rights and roles', () => {
  const { lines } = module({
    'main.tf': `resource "confluent_kafka_topic" "orders" {
  topic_name = "orders.placed"
  kafka_cluster { id = confluent_kafka_cluster.main.id }
}
resource "confluent_service_account" "billing" { display_name = "billing" }
resource "confluent_kafka_acl" "billing" {
  resource_type = "TOPIC"
  resource_name = confluent_kafka_topic.orders.topic_name
  pattern_type  = "LITERAL"
  principal     = "User:\${confluent_service_account.billing.id}"
  operation     = "READ"
  permission    = "ALLOW"
}
resource "confluent_kafka_acl" "group" {
  resource_type = "GROUP"
  resource_name = "billing-app"
  pattern_type  = "LITERAL"
  principal     = "User:\${confluent_service_account.billing.id}"
  operation     = "READ"
  permission    = "ALLOW"
}
resource "confluent_role_binding" "shop" {
  principal   = "User:shop"
  role_name   = "DeveloperWrite"
  crn_pattern = "crn://confluent.example.com/organization=o/environment=e/cloud-cluster=c/kafka=k/topic=orders.*"
}
`,
  });
  expect(lines).toEqual([
    'channel orders.placed',
    'billing receive orders.placed',
    'shop send orders.*',
    'billing is billing-app',
    'billing-app is billing',
  ]);
});

test('RabbitMQ: a right on a queue is one on what comes into it', () => {
  const { lines } = module({
    'main.tf': `resource "rabbitmq_exchange" "orders" {
  name  = "orders"
  vhost = "/"
  settings { type = "topic" }
}
resource "rabbitmq_queue" "billing" { name = "billing" }
resource "rabbitmq_binding" "billing" {
  source           = rabbitmq_exchange.orders.name
  destination      = rabbitmq_queue.billing.name
  destination_type = "queue"
  routing_key      = "order.placed"
}
resource "rabbitmq_permissions" "billing" {
  user = "billing-app"
  permissions {
    configure = ""
    write     = ""
    read      = "^\${rabbitmq_queue.billing.name}$"
  }
}
`,
  });
  expect(lines).toEqual([
    'channel orders',
    'channel billing',
    'billing-app receive billing',
    'billing-app receive orders',
    'billing-app receive order.placed',
  ]);
});

test('what only Terraform can work out is not read, never guessed, and is said once per file', () => {
  const { lines, findings } = module({
    'main.tf': `variable "name" {}
resource "kafka_topic" "a" { name = var.name }
resource "kafka_topic" "b" { name = var.prod ? "b" : "b-test" }
resource "kafka_topic" "c" {
  for_each = module.topics.names
  name     = each.value
}
resource "kafka_topic" "d" {
  count = 2
  name  = "d-\${count.index}"
}
resource "kafka_topic" "e" {
  count = 0
  name  = "e"
}
resource "kafka_topic" "f" { name = replace("f", "f", "g") }
`,
  });
  expect(lines).toEqual(['channel d-0', 'channel d-1']);
  expect(findings).toMatchObject([
    {
      code: 'EVIDENCE_NOT_STATIC',
      message:
        '`kafka_topic.a.name`, `kafka_topic.b.name`, `kafka_topic.c.name` and 1 more are not read: what stands there is worked out elsewhere.',
      range: { start: { line: 2 } },
    },
  ]);
});

test('one block that is broken costs no other', () => {
  const { lines, findings } = module({
    'main.tf': 'resource "kafka_topic" "a" {\n  name = "a\n}\n\nresource "kafka_topic" "b" {\n  name = "b"\n}\n',
  });
  expect(lines).toEqual(['channel b']);
  expect(findings).toMatchObject([{ code: 'EVIDENCE_SYNTAX', severity: 'error', range: { start: { line: 2 } } }]);
});

test('circles, bombs and endless nesting come to an end', () => {
  const doubling = Array.from({ length: 60 }, (_, n) => `x${n} = "\${local.x${n + 1}}\${local.x${n + 1}}"`).join('\n');
  const { lines } = module({
    'main.tf': `locals {
  a = local.b
  b = local.a
  ${doubling}
  x60 = "x"
  big = [for x in local.list : [for y in local.list : [for z in local.list : "\${x}\${y}\${z}"]]]
  list = [${'"x",'.repeat(1_000)}]
  ${Array.from({ length: 5_000 }, (_, n) => `y${n} = local.y${n + 1}`).join('\n')}
}
resource "kafka_topic" "chain" { name = local.y0 }
resource "kafka_topic" "a" { name = local.a }
resource "kafka_topic" "self" { name = kafka_topic.self.name }
resource "kafka_topic" "many" {
  for_each = { a = kafka_topic.many["a"].name }
  name     = "${'${kafka_topic.many["a"].name}'.repeat(20)}"
}
resource "kafka_topic" "b" { name = local.x0 }
resource "kafka_topic" "c" { name = local.big }
resource "kafka_topic" "deep" { name = ${'('.repeat(10_000)} }
resource "kafka_topic" "open" { name = "${'${'.repeat(10_000)}" }
`,
  });
  expect(lines).toEqual([]);
});

test('texts over several lines, comments and escapes are read as Terraform reads them', () => {
  const { lines } = module({
    'main.tf': `/* topics
 * of the shop */
resource "kafka_topic" "a" {
  name = "a" # resource "kafka_topic" "x" { name = "x" }
  description = <<-EOT
    resource "kafka_topic" "y" { name = "y" }
    $\${no} \${upper("hole")} %{ if true }yes%{ endif }
  EOT
}
resource "kafka_topic" "b" {
  name = join(".", [
    "b",
    format("%s-%d", "c", 1),
  ])
  labels = { "a" : 1, b = [for k, v in { x = 1 } : k if v > 0] }
}
`,
  });
  expect(lines).toEqual(['channel a', 'channel b.c-1']);
});
