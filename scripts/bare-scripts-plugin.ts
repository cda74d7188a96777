import type { Plugin } from 'vite';

/** Every function of these is called at their first use: the browser compiles them in one go when they come. */
const calledAtOnce = ['reader.js'];

const wrapper = '\0virtual:wxt-unlisted-script-entrypoint?';

/**
 * WXT wraps each script that enters a page in half a kilobyte of messages that a production build never prints. Ours
 * look after their own errors: they are started, and nothing more.
 */
export const bareScripts = (): Plugin => ({
  name: 'bare-scripts',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk' && calledAtOnce.includes(file.fileName))
        file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
    }
  },
  transform: {
    filter: { id: /virtual:wxt-unlisted-script-entrypoint/ },
    handler: (_, id) =>
      `import script from ${JSON.stringify(id.replace(wrapper, ''))};\nconst started = script.main();\nexport { started as default };`,
  },
});
