import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { Plugin } from 'vite';

/** Turns an imported `.jsonc` file into its plain object, so that no parser and no comment reaches a bundle. */
export function jsonc(): Plugin {
  return {
    name: 'jsonc',
    transform(source, id) {
      if (!id.endsWith('.jsonc')) return null;
      const errors: ParseError[] = [];
      const value: unknown = parse(source, errors, { allowTrailingComma: true });
      const [error] = errors;
      if (error) this.error(`${id}: ${printParseErrorCode(error.error)} at offset ${error.offset}`);
      return { code: `export default ${JSON.stringify(value)};`, moduleType: 'js', map: null };
    },
  };
}
