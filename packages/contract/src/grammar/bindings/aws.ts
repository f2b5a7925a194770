import { anything, either, listOf, mapOf, may, must, object, oneOf, text } from '../kinds.ts';

/** What the bindings of SNS and SQS have in common. */

const textOrTexts = either(text, listOf(text));

const principal = object(
  'AWS principal',
  { AWS: may(textOrTexts, 'Accounts, users or roles.'), Service: may(textOrTexts, 'Services of AWS.') },
  { needsOneOf: ['AWS', 'Service'], atMostOneOf: ['AWS', 'Service'] },
);

const statement = object('Policy statement', {
  effect: must(oneOf('Allow', 'Deny'), 'Whether it allows or denies.'),
  principal: must(either(text, listOf(text), principal), 'Who it is about.'),
  action: must(textOrTexts, 'What it is about: `sns:Publish`.'),
  resource: may(textOrTexts, 'The resources that it is about.'),
  condition: may(either(mapOf(anything), listOf(mapOf(anything))), 'When it holds.'),
});

/** Who may do what with a topic or a queue. */
export const policy = object('Policy', { statements: must(listOf(statement), 'The permissions, one by one.') });

export const awsTags = may(mapOf(anything), 'Tags in AWS, each a key and a value.');
