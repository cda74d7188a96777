import { defineConfig } from 'wxt';
import { fixedHosts } from './sites/hosts.ts';
import { bareScripts } from './scripts/bare-scripts-plugin.ts';
import { jsonc } from './scripts/jsonc-plugin.ts';

const matches = fixedHosts.map((host) => `https://${host}/*`);
/** One site at a time, asked for by *Activer sur ce site*: the browser asks the person, for that origin alone. */
const optional = ['https://*/*'];

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  // Node builds read the profiles too; the plugin turns JSON with comments into plain objects.
  vite: () => ({
    plugins: [jsonc(), bareScripts()],
    build: { sourcemap: false, chunkSizeWarningLimit: 900 },
  }),
  manifest: ({ manifestVersion }) => ({
    name: 'Volet Téléexpertise',
    description:
      'Prépare, vérifie et relit les feuilles de téléexpertise (RQD, TE2) dans votre logiciel. Rien ne quitte cet ordinateur.',
    // `scripting` brings the hand into a page when the user asks for a writing, and only then.
    // `activeTab` tells the popup which site is in front, while it is open, and nothing else.
    // `alarms` locks the register and empties the memory in their time; `idle` tells that the computer was locked.
    permissions: ['storage', 'scripting', 'activeTab', 'alarms', 'idle'],
    host_permissions: matches,
    ...(manifestVersion === 3 ? { optional_host_permissions: optional } : { optional_permissions: optional }),
    content_scripts: [{ matches, js: ['sentinel.js'], run_at: 'document_idle' }],
    // An activated site frames the panel as a known one does; why that is safe: docs/house.md, « Who may frame the panel ».
    web_accessible_resources: [{ resources: ['panel.html'], matches: optional, use_dynamic_url: true }],
    commands: {
      toggle: {
        suggested_key: { default: 'Alt+Shift+T' },
        description: 'Ouvrir ou fermer le volet',
      },
    },
    content_security_policy: {
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        "worker-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'self' https:",
        "base-uri 'none'",
        "form-action 'none'",
        "object-src 'none'",
      ].join('; '),
    },
    browser_specific_settings: {
      gecko: {
        id: 'volet-teleexpertise@example.org',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  }),
  zip: { excludeSources: ['tests/**', 'docs/images/**'] },
});
