/** What a replica folder gives to the server: `<folder>/site.ts` exports one `Site`, named `site`. */

export interface PracticeRequest {
  host: string;
  /** Decoded path, without the query. */
  path: string;
  method: string;
  query: URLSearchParams;
  /** A posted form (`application/x-www-form-urlencoded`); empty otherwise. */
  form: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
}

export interface PracticeResponse {
  /** Default 200. */
  status?: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

export interface Site {
  /** Host names, `*.` allowed in front. */
  hosts: string[];
  handle(request: PracticeRequest): PracticeResponse | Promise<PracticeResponse>;
}
