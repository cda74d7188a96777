import type { Plugin } from 'vite';

const wrapper = '\0virtual:wxt-unlisted-script-entrypoint?';

/**
 * WXT wraps each script that enters a page in half a kilobyte of messages that a production build never prints. Ours
 * look after their own errors: they are started, and nothing more.
 */
export const bareScripts = (): Plugin => ({
  name: 'bare-scripts',
  transform: {
    filter: { id: /virtual:wxt-unlisted-script-entrypoint/ },
    handler: (_, id) =>
      `import script from ${JSON.stringify(id.replace(wrapper, ''))};\nconst started = script.main();\nexport { started as default };`,
  },
});
