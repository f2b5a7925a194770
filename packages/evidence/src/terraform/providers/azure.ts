import { channelBy, lastPart, type ThingReader, textIn } from '../reading.ts';

/** Topics, queues, subscriptions and event hubs of Azure, and who has which role on them. */
export const azure: Readonly<Record<string, ThingReader>> = {
  azurerm_servicebus_topic: channelBy('name'),
  azurerm_servicebus_queue: channelBy('name'),
  azurerm_eventhub: channelBy('name'),
  azurerm_servicebus_subscription(thing, reading) {
    const name = textIn(thing, 'name', reading);
    const topic = textIn(thing, 'topic_id', reading) ?? textIn(thing, 'topic_name', reading);
    if (name === undefined || topic === undefined) return;
    reading.subscriptions.subscribe(lastPart(topic), name, thing.place('name'));
  },
  azurerm_eventhub_consumer_group(thing, reading) {
    const name = textIn(thing, 'name', reading);
    const hub = textIn(thing, 'eventhub_name', reading);
    if (name !== undefined && hub !== undefined && name !== '$Default') {
      reading.notes.use(name, 'receive', lastPart(hub), thing.place('name'));
    }
  },
  azurerm_role_assignment(thing, reading) {
    const role = /^Azure (?:Service Bus|Event Hubs) Data (Sender|Receiver)$/.exec(
      textIn(thing, 'role_definition_name', reading) ?? '',
    )?.[1];
    if (role === undefined) return;
    const scope = textIn(thing, 'scope', reading);
    const who = textIn(thing, 'principal_id', reading);
    if (scope === undefined || who === undefined || /^[0-9a-f]{8}-/i.test(who)) return;
    const subscription = /\/subscriptions\/([^/]+)$/i.exec(scope)?.[1];
    if (role === 'Sender') reading.notes.use(who, 'send', lastPart(scope), thing.place('scope'));
    else if (subscription !== undefined) reading.subscriptions.read(subscription, who, thing.place('scope'));
    else {
      reading.notes.use(who, 'receive', lastPart(scope), thing.place('scope'));
      reading.subscriptions.read(lastPart(scope), who, thing.place('scope'));
    }
  },
};
