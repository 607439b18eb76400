/**
 * ESLint rule: no name is one of the words that docs/glossary.md says to avoid. Only names that
 * code chooses count: variables, parameters, functions, types, imports under another name; keys of
 * objects are often promises.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const NOTHING = 'Names that say nothing'

/**
 * The words in code type that the page says to avoid, each with the term to use.
 * @param {string} page the text of docs/glossary.md
 * @returns {Map<string, string>}
 */
export function avoided(page) {
  const words = new Map()
  const [terms = '', empty = ''] = page.split(`## ${NOTHING}`)
  for (const row of terms.split('\n').filter((line) => /^\| (?!term|-)/.test(line))) {
    const [, term = '', , , avoid = ''] = row.split('|').map((cell) => cell.trim())
    for (const [, word = ''] of avoid.matchAll(/`(\w+)`/g)) words.set(word, term)
  }
  for (const [, word = ''] of empty.matchAll(/`(\w+)`/g))
    if (!/^(step|limit|row|index)$/.test(word)) words.set(word, 'the noun of the thing')
  return words
}

/** @type {import('eslint').Rule.RuleModule} */
const rule = {
  meta: {
    type: 'suggestion',
    schema: [],
    docs: { description: 'Names as the glossary has them.' },
  },
  create(context) {
    const words = avoided(readFileSync(join(context.cwd, 'docs/glossary.md'), 'utf8'))
    /** @param {any} id an Identifier that is declared here */
    const check = (id) => {
      const term = id?.type === 'Identifier' ? words.get(id.name) : undefined
      if (term)
        context.report({ node: id, message: `\`${id.name}\`: say ${term} (docs/glossary.md).` })
    }
    /** @param {any} pattern a binding: a name, or names in brackets */
    const bind = (pattern) => {
      if (!pattern) return
      if (pattern.type === 'Identifier') check(pattern)
      else if (pattern.type === 'AssignmentPattern') bind(pattern.left)
      else if (pattern.type === 'RestElement') bind(pattern.argument)
      else if (pattern.type === 'ArrayPattern') pattern.elements.forEach(bind)
      else if (pattern.type === 'ObjectPattern')
        for (const { value, shorthand } of pattern.properties)
          // `{ kept }` takes a key as it is called
          if (value && !shorthand) bind(value)
    }
    /** @param {any} node */
    const takes = (node) => {
      check(node.id)
      node.params.forEach(bind)
    }
    return {
      /** @param {any} node */
      VariableDeclarator: (node) => bind(node.id),
      FunctionDeclaration: takes,
      FunctionExpression: takes,
      /** @param {any} node */
      ArrowFunctionExpression: (node) => node.params.forEach(bind),
      /** @param {any} node */
      TSTypeAliasDeclaration: (node) => check(node.id),
      /** @param {any} node */
      TSInterfaceDeclaration: (node) => check(node.id),
      /** @param {any} node */
      ImportSpecifier: (node) => {
        if (node.imported.name !== node.local.name) check(node.local)
      },
    }
  },
}

export const glossaryPlugin = { rules: { words: rule } }
