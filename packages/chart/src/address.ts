/** An address without the names of its parameters, which each document chooses for itself: `orders/{}/status`. */
export function withoutNames(address: string): string {
  return address.replace(/\{[^{}]*\}/g, '{}');
}
