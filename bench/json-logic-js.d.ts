declare module 'json-logic-js' {
  const jsonLogic: {
    /** Applies a JSON rule to data. */
    apply(rule: unknown, data: unknown): unknown;
  };
  export default jsonLogic;
}
