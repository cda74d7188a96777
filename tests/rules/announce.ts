/** Says how many cases a file held, so that a shrinking table is seen. */
export function announce(what: string, count: number): void {
  process.stdout.write(`${what}: ${count} cases\n`);
}
