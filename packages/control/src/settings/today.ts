/** The day it is here: `2027-01-31`. */
export function today(now: Date = new Date()): string {
  const part = (number: number, digits: number) => String(number).padStart(digits, '0');
  return `${part(now.getFullYear(), 4)}-${part(now.getMonth() + 1, 2)}-${part(now.getDate(), 2)}`;
}
