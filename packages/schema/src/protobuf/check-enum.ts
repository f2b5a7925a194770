import { checkReserved } from './check-reserved.ts';
import { isOpen } from './features.ts';
import { optionOf, type ProtoEnum, type ProtoFile } from './model.ts';
import type { Report } from './report.ts';

const LEAST = -(2 ** 31);
const MOST = 2 ** 31 - 1;

/** The rules for an enum (language specification, “Enum definition”). */
export function checkEnum(type: ProtoEnum, file: ProtoFile, report: Report): void {
  const [first] = type.values;
  if (!first) report(type.spot, `the enum \`${type.name}\` has no values`, 'Give it at least one.');
  else if (first.number !== 0 && isOpen(type, file))
    report(
      first.numberSpot,
      `the first value of the enum \`${type.name}\` is ${first.number}, and must be 0`,
      'Put a value like `UNSPECIFIED = 0` first: it stands for a field that is not set.',
    );
  const byNumber = new Map<number, string>();
  const allowed = optionOf(type, 'allow_alias');
  let aliases = 0;
  for (const { name, number, numberSpot } of type.values) {
    if (number < LEAST || number > MOST)
      report(numberSpot, `the number ${number} of \`${name}\` does not fit into 32 bits`, 'Choose a smaller one.');
    const known = byNumber.get(number);
    if (known === undefined) byNumber.set(number, name);
    else if (allowed?.value === 'true') aliases++;
    else
      report(
        numberSpot,
        `the number ${number} of \`${name}\` is that of \`${known}\``,
        'Give it a number of its own, or state `option allow_alias = true;`.',
      );
  }
  if (allowed?.value === 'true' && aliases === 0)
    report(allowed.spot, `the enum \`${type.name}\` allows aliases and has none`, 'Remove the option.');
  checkReserved(type.values, type.reserved, 'value', report);
}
