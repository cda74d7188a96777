declare module 'fathom-web' {
  type Part = { max(): Part };
  export function dom(selector: string): Part;
  export function type(name: string): Part;
  export function score(scorer: (node: never) => number): Part;
  export function out(key: string): Part;
  export function rule(left: Part, right: Part, options?: { name: string }): unknown;
  export function ruleset(
    rules: unknown[],
    coefficients?: Iterable<[string, number]>,
    biases?: Iterable<[string, number]>,
  ): { against(root: Document): { get(key: string): unknown[] } };
}
