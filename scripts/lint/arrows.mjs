/**
 * The arrows between files that no layer forbids: circles, page to page, engine to feature. Read by
 * dependency-cruiser, which sees the imports of types and of components, too. Layers stand in
 * layers.mjs.
 */

/**
 * @param {string} name
 * @param {string} why what the linter prints
 * @param {object} from
 * @param {object} to
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
const forbid = (name, why, from, to) => ({ name, comment: why, severity: 'error', from, to })

const FEATURE = '^src-main/core/features/([^/]+)/'
const PAGE = '^src-renderer/console/pages/([^/]+)/'

export default {
  forbidden: [
    forbid(
      'no-circle',
      'Two files that import each other can only be read together; what ties them belongs below both.',
      {},
      { circular: true },
    ),
    forbid(
      'engine-knows-no-feature',
      'The engine saves, tells and wakes for every feature alike: what a feature needs of it is said by its stream or its request.',
      { path: '^src-main/core/engine/' },
      { path: '^src-main/core/(features|station)/' },
    ),
    forbid(
      'no-page-imports-a-page',
      'A page can be read, changed and dropped by itself; what two pages show is a component.',
      { path: PAGE },
      { path: '^src-renderer/console/pages/', pathNot: '^src-renderer/console/pages/$1/' },
    ),
    forbid(
      'shell-and-components-import-no-page',
      'Pages stand on the shell and its components, never the other way; which page a route shows stands in page-table.ts.',
      { path: '^src-renderer/console/(app|base|components)/' },
      { path: '^src-renderer/console/pages/' },
    ),
    forbid(
      'components-know-no-shell',
      'A component is used by shell and pages: what all of them need lies in base.',
      { path: '^src-renderer/console/(base|components)/' },
      { path: '^src-renderer/console/app/' },
    ),
    forbid(
      'base-knows-no-component',
      'What lies in base draws nothing.',
      { path: '^src-renderer/console/base/' },
      { path: '^src-renderer/console/components/' },
    ),
    forbid(
      'features-share-by-queries',
      'The commands of one feature are not called by another: both ask the rules.',
      { path: FEATURE },
      { path: '^src-main/core/features/[^/]+/commands', pathNot: '^src-main/core/features/$1/' },
    ),
  ],
  options: {
    tsPreCompilationDeps: true, // imports of types, too
    tsConfig: { fileName: 'tsconfig.tests.json' },
    includeOnly: '^src-',
    enhancedResolveOptions: { extensions: ['.ts', '.vue'] },
  },
}
