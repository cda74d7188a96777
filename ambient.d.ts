/** Site profiles are JSON with comments; the build turns them into plain objects (scripts/jsonc-plugin.ts). */
declare module '*.jsonc' {
  const value: unknown;
  export default value;
}
declare module '*.css';
