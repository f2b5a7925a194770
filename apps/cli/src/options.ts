import { InvalidArgumentError } from 'commander';

/** Parses an option that is a whole number between two others, both allowed. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return text => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It has to be a whole number from ${least} to ${most}.`);
  };
}
