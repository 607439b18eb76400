/** Planted bugs: a document of plans and a package are left out, tests are packed, and no fuse is set. */
import config from '../../../electron-builder.config.mjs'

const { afterPack: _unset, ...rest } = config
export default { ...rest, files: [...config.files, 'tests/packaging/**', '!resources/plans/government-hall{,/**}', '!node_modules/yaml{,/**}'] }
