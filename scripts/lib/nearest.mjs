/**
 * Puts first the spec files that are likeliest to be about one file, so that a run that ends with
 * the first failure ends soon. VIGIL_NEAR is that file's path.
 */
import { BaseSequencer } from 'vitest/node'

/**
 * Words of a path, `src-shared/domain/match/place.ts` → domain, match, place.
 * @param {string} path
 */
const wordsOf = (path) =>
  path
    .split(/[/.\-\\]/)
    .filter((word) => !['', 'src', 'shared', 'tests', 'test', 'ts'].includes(word))

/**
 * How near a spec lies: words of the path in common, those of the file's name count three times.
 * @param {string} spec @param {string} file @returns {number}
 */
export function nearness(spec, file) {
  const [words, name] = [new Set(wordsOf(spec)), wordsOf(file.slice(file.lastIndexOf('/') + 1))]
  const shared = wordsOf(file).filter((word) => words.has(word)).length
  return shared + 2 * name.filter((word) => words.has(word)).length
}

export class NearestFirst extends BaseSequencer {
  /** @override @param {import('vitest/node').TestSpecification[]} specs */
  async sort(specs) {
    const near = process.env['VIGIL_NEAR'] ?? ''
    const root = this.ctx.config.root
    const away = (/** @type {{ moduleId: string }} */ { moduleId }) =>
      -nearness(moduleId.slice(root.length), near)
    return (await super.sort(specs)).sort((a, b) => away(a) - away(b)) // one project at a time
  }
}
