/**
 * Planted bugs: a document of plans and a package are left out, tests are packed, and no fuse is
 * set.
 */
import config from '../../../electron-builder.config.mjs'

export default {
  ...config,
  afterPack: async () => undefined,
  files: [
    ...config.files,
    'tests/packaging/**',
    '!resources/plans/government-hall{,/**}',
    '!node_modules/yaml{,/**}',
  ],
}
