import { slug } from '@portolan/base';
import type { Evidence } from '@portolan/evidence/port';
import type { ServiceId } from '../model.ts';
import { type Service, serviceName } from './services.ts';

/**
 * Services by the names that infrastructure may know them under: their id, their titles, the last part of their AsyncAPI
 * id, and what files of evidence say they are also called. A name that means two services means none.
 */
export function namesOf(services: readonly Service[], evidence: readonly Evidence[]): ReadonlyMap<string, ServiceId> {
  const names = new Map<string, Set<ServiceId>>();
  const add = (name: string | undefined, service: ServiceId) => {
    if (name) names.set(slug(name), (names.get(slug(name)) ?? new Set()).add(service));
  };
  for (const { id, documents } of services) {
    add(id, id);
    for (const document of documents) {
      add(serviceName(document), id);
      add(/[^:/#]+$/.exec(document.contract.id ?? '')?.[0], id);
    }
  }
  for (const { service, name } of evidence.flatMap(({ aliases }) => aliases)) {
    const known = [...(names.get(slug(service)) ?? [])];
    // Who wrote an alias means it, so it wins over what only reads the same.
    if (known.length === 1) names.set(slug(name), new Set(known));
  }
  return new Map([...names].flatMap(([name, ids]) => (ids.size === 1 ? [[name, [...ids][0] as ServiceId]] : [])));
}

/** The service that infrastructure means by a name; `User:billing`, as Kafka writes principals, is `billing`. */
export function serviceCalled(names: ReadonlyMap<string, ServiceId>, who: string): ServiceId | undefined {
  return names.get(slug(who)) ?? names.get(slug(who.replace(/^User:/, '')));
}
