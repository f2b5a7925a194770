import { expect, test } from 'vitest';
import { conforms } from '../conformance/suite.ts';
import { cloudformation } from './cloudformation.ts';

const yaml = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: { Type: String, Default: prod }
Resources:
  OrdersTopic:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: !Sub '\${Stage}-orders'
      Tags:
        - { Key: Team, Value: sales }
  BillingQueue:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Join ['-', [!Ref Stage, billing, orders]]
  BillingSubscription:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref OrdersTopic
      Protocol: sqs
      Endpoint: !GetAtt BillingQueue.Arn
  Billing:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: billing
      Events:
        Orders:
          Type: SQS
          Properties:
            Queue: !GetAtt BillingQueue.Arn
      Policies:
        - EventBridgePutEventsPolicy: { EventBusName: !Ref Bus }
        - Statement:
            - Effect: Allow
              Action: [sns:Publish]
              Resource: !Sub 'arn:aws:sns:\${AWS::Region}:\${AWS::AccountId}:invoices'
  Bus:
    Type: AWS::Events::EventBus
    Properties: { Name: shop }
  Rule:
    Type: AWS::Events::Rule
    Properties:
      EventBusName: !Ref Bus
      Targets:
        - { Id: audit, Arn: !GetAtt AuditFunction.Arn }
  AuditFunction:
    Type: AWS::Lambda::Function
    Properties: { Runtime: nodejs24.x }
  Stock:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: !ImportValue cluster
      FunctionName: stock
      Topics: [stock.levels]
`;

conforms(cloudformation, {
  location: 'template.yaml',
  text: yaml,
  says: [
    'channel prod-orders',
    'owner prod-orders sales',
    'channel prod-billing-orders',
    'channel shop',
    'billing receive prod-billing-orders',
    'billing receive prod-orders',
    'billing send shop',
    'billing send invoices',
    'AuditFunction receive shop',
    'stock receive stock.levels',
  ],
});

const read = (text: string, location = 'stack.template') => cloudformation.read(location, text);

test('JSON with the long forms, and roles with their policies', () => {
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: {
      Orders: {
        Type: 'AWS::SQS::Queue',
        Properties: { QueueName: { 'Fn::Sub': ['${a}-${b}', { a: 'web', b: 'orders' }] } },
      },
      ShopRole: {
        Type: 'AWS::IAM::Role',
        Properties: {
          Policies: [
            {
              PolicyDocument: {
                Statement: {
                  Effect: 'Allow',
                  Action: 'sqs:SendMessage',
                  Resource: { 'Fn::GetAtt': ['Orders', 'Arn'] },
                },
              },
            },
          ],
        },
      },
    },
  };
  const { evidence, findings } = read(JSON.stringify(template, undefined, 2), 'stack.json');
  expect(findings).toEqual([]);
  expect(evidence).toMatchObject({
    channels: [{ address: 'web-orders', origin: { inside: { start: { line: 7 } } } }],
    uses: [{ who: 'ShopRole', action: 'send', address: 'web-orders' }],
  });
});

test('names that CloudFormation makes, and those of other stacks, are not guessed', () => {
  const { evidence, findings } = read(`AWSTemplateFormatVersion: '2010-09-09'
Parameters: { Name: { Type: String } }
Resources:
  A: { Type: AWS::SQS::Queue }
  B:
    Type: AWS::SQS::Queue
    Properties: { QueueName: !Sub '\${Name}-orders' }
  C:
    Type: AWS::SNS::Topic
    Properties: { TopicName: !If [Prod, a, b] }
`);
  expect(evidence).toBeUndefined();
  expect(findings).toMatchObject([
    {
      code: 'EVIDENCE_NOT_STATIC',
      message:
        '`A: QueueName`, `B: QueueName`, `C: TopicName` are not read: what stands there is worked out elsewhere.',
      range: { start: { line: 4 } },
    },
  ]);
});

test('a circle of references comes to an end', () => {
  const { evidence } = read(`AWSTemplateFormatVersion: '2010-09-09'
Resources:
  A: { Type: AWS::SQS::Queue, Properties: { QueueName: !Ref B } }
  B: { Type: AWS::SQS::Queue, Properties: { QueueName: '${'${A}'.repeat(200)}' } }
`);
  expect(evidence).toBeUndefined();
});
