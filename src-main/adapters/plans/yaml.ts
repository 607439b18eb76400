/** The YAML library, loaded when the first text is read or written: a start needs none of it. */
import { createRequire } from 'node:module'
import type * as Yaml from 'yaml'

const load = createRequire(import.meta.url)

export const yaml = (): typeof Yaml => load('yaml') as typeof Yaml
