/** Finds the file of a thread, the same whether the sources run or what was built from them. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * `here`: the folder of the module that starts it, where its source lies too. The built one lies
 * beside the entries, whichever of them has loaded that module.
 */
export function threadFile(here: string, name: string): string {
  const built = join(here, `${name}.js`)
  return (
    [join(here, `${name}.ts`), built, join(here, '..', `${name}.js`)].find((file) =>
      existsSync(file),
    ) ?? built
  )
}
