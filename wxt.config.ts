import { defineConfig } from 'wxt';
import { fixedHosts } from './sites/hosts.ts';
import { jsonc } from './scripts/jsonc-plugin.ts';

const matches = fixedHosts.map((host) => `https://${host}/*`);

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  // Node builds read the profiles too; the plugin turns JSON with comments into plain objects.
  vite: () => ({ plugins: [jsonc()], build: { sourcemap: false, chunkSizeWarningLimit: 900 } }),
  manifest: {
    name: 'Volet Téléexpertise',
    description:
      'Prépare, vérifie et relit les feuilles de téléexpertise (RQD, TE2) dans votre logiciel. Rien ne quitte cet ordinateur.',
    // `scripting` brings the hand into a page when the user asks for a writing, and only then.
    permissions: ['storage', 'scripting'],
    host_permissions: matches,
    content_scripts: [{ matches, js: ['sentinel.js'], run_at: 'document_idle' }],
    web_accessible_resources: [{ resources: ['panel.html'], matches, use_dynamic_url: true }],
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
        `frame-ancestors 'self' ${fixedHosts.map((host) => `https://${host}`).join(' ')}`,
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
  },
  zip: { excludeSources: ['tests/**', 'docs/images/**'] },
});
