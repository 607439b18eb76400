/**
 * ESLint rule: every import, of whatever form, against the table in layers.mjs. One rule instead of
 * lists of patterns, since a later block of `no-restricted-imports` replaces an earlier one, and
 * neither `import()` nor `../../` is caught by it.
 */
import { isBuiltin } from 'node:module'
import { dirname, posix, relative, resolve, sep } from 'node:path'
import { layerOf, layers, ports } from './layers.mjs'

const ALIASES = { '#shared/': 'src-shared/', '#main/': 'src-main/', '#renderer/': 'src-renderer/' }

/**
 * The path from the project's root that a specifier means, or null for a package.
 * @param {string} specifier
 * @param {string} from
 */
function target(specifier, from) {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  for (const [alias, folder] of Object.entries(ALIASES))
    if (specifier.startsWith(alias)) return folder + specifier.slice(alias.length)
  return null
}

/** @param {string} specifier @param {string[]} names */
const isOneOf = (specifier, names) =>
  names.some((name) => specifier === name || specifier.startsWith(`${name}/`))

/**
 * What is wrong with importing `specifier` in the file `from` (path from the root), in words, or
 * null.
 * @param {string} specifier
 * @param {string} from
 */
export function complaint(specifier, from) {
  const layer = layerOf(from)
  if (!layer)
    return 'This folder is no layer: every source file belongs to one of scripts/lint/layers.mjs.'
  const bare = specifier.split('?')[0] ?? specifier
  const path = target(bare, from)
  if (path !== null) {
    if (!/\.\w+$/.test(bare))
      return `Write the file's extension: Node runs these sources as they are.`
    const to = layerOf(path)
    if (!to) return `\`${path}\` is outside the layers. ${layer.why}`
    const allowed =
      to === layer ||
      layer.may.includes(to.name) ||
      (layer.may.includes('core/ports') && ports.includes(path))
    return allowed ? null : `${layer.name} may not import ${to.name}. ${layer.why}`
  }
  if (isBuiltin(bare))
    return layer.node ? null : `${layer.name} may not import Node's own modules. ${layer.why}`
  const allowed = layer.not ? !isOneOf(bare, layer.not) : isOneOf(bare, layer.packages ?? [])
  return allowed ? null : `${layer.name} may not import the package \`${bare}\`. ${layer.why}`
}

/** @type {import('eslint').Rule.RuleModule} */
const rule = {
  meta: {
    type: 'problem',
    schema: [],
    docs: { description: 'Arrows point inward only: renderer → shared ← main.' },
  },
  create(context) {
    const from = relative(context.cwd, resolve(dirname(context.filename), context.filename))
      .split(sep)
      .join('/')
    /** @param {any} node @param {any} source the node that holds the specifier */
    const check = (node, source) => {
      if (!source) return
      const message =
        typeof source.value === 'string'
          ? complaint(source.value, from)
          : 'Import by a written-out name, so that the layers can be checked.'
      if (message) context.report({ node, message })
    }
    return {
      /** @param {any} node */
      ImportDeclaration: (node) => check(node, node.source),
      /** @param {any} node */
      ExportNamedDeclaration: (node) => check(node, node.source),
      /** @param {any} node */
      ExportAllDeclaration: (node) => check(node, node.source),
      /** @param {any} node */
      ImportExpression: (node) => check(node, node.source),
      /** @param {any} node */
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal),
      /** @param {any} node */
      TSExternalModuleReference: (node) => check(node, node.expression),
      /** @param {any} node */
      'CallExpression[callee.name="require"]': (node) => check(node, node.arguments[0] ?? {}),
    }
  },
}

export const layerPlugin = { rules: { imports: rule } }
/** Of the tests only what is a layer itself. */
export const layerFolders = [
  ...new Set(
    layers.map(({ folder }) => (folder.startsWith('tests/') ? folder : folder.split('/')[0])),
  ),
].map((folder) => `${folder}/**/*.{ts,vue}`)
