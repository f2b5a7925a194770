/** What a statement of an IAM policy lets somebody do with a channel. */
export interface AwsRight {
  readonly action: 'send' | 'receive';
  /** Last part of the ARN: the name of a topic, queue, bus or stream. */
  readonly name: string;
  readonly match?: 'prefix';
  /** Whether reading it is reading a queue, which may be subscribed to a topic. */
  readonly queue: boolean;
}

/** Actions of IAM that make somebody a sender or a receiver, without the service. */
const ACTIONS: Readonly<Record<string, 'send' | 'receive'>> = {
  'sns:publish': 'send',
  'sqs:sendmessage': 'send',
  'sqs:receivemessage': 'receive',
  'events:putevents': 'send',
  'kinesis:putrecord': 'send',
  'kinesis:putrecords': 'send',
  'kinesis:getrecords': 'receive',
  'kafka-cluster:writedata': 'send',
  'kafka-cluster:readdata': 'receive',
};

/**
 * The rights on channels that one statement gives. A resource that is every one of them says nothing about any.
 *
 * @param actions as IAM writes them: `sns:Publish`, `sqs:*`
 * @param resources ARNs, or names where only those are known
 */
export function awsRights(actions: readonly string[], resources: readonly string[]): AwsRight[] {
  const wanted = actions.map(action => action.toLowerCase());
  const found = new Map<string, AwsRight>();
  for (const [known, action] of Object.entries(ACTIONS)) {
    const [service] = known.split(':');
    if (!wanted.some(each => each === known || each === `${service}:*`)) continue;
    for (const resource of resources) {
      const [, of] = /^arn:[^:]*:([^:]*):/.exec(resource) ?? [];
      if (of !== undefined && of !== (service === 'kafka-cluster' ? 'kafka' : service)) continue;
      const name = resource.split(/[/:]/).at(-1) ?? '';
      const prefix = name.endsWith('*');
      const bare = prefix ? name.slice(0, -1) : name;
      if (bare === '' || /[*?]/.test(bare)) continue;
      const right = {
        action,
        name: bare,
        ...(prefix && { match: 'prefix' as const }),
        queue: service === 'sqs' && !prefix,
      };
      found.set(`${action} ${name}`, right);
    }
  }
  return [...found.values()];
}
