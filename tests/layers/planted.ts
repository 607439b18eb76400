/** Lints a planted file, in memory, as if it stood in the project. */
import { join, resolve } from 'node:path'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { expect } from 'vitest'

export const root = resolve(import.meta.dirname, '../..')

// planted files are in no project, so rules that need types are off; the layers need none
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [
    {
      rules: tseslint.configs.disableTypeChecked.rules ?? {},
      languageOptions: { parserOptions: { project: null, projectService: false } },
    },
  ],
})

/** The messages of one rule for `code` as if it stood at `path`. */
export async function refusals(path: string, code: string, rule: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, path) })
  expect(result?.messages.filter((message) => message.fatal)).toEqual([])
  return (result?.messages ?? [])
    .filter((message) => message.ruleId === rule)
    .map((message) => message.message)
}
