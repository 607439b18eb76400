/**
 * Lists the places of a source file at which one operator or constant can be changed, each with the
 * text that takes its place.
 */
import ts from 'typescript'

/** @typedef {{ start: number, end: number, line: number, from: string, to: string }} Mutation */

/** Operator → what it becomes. @type {Partial<Record<ts.SyntaxKind, string>>} */
const OPERATORS = {
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
  [ts.SyntaxKind.PlusToken]: '-',
  [ts.SyntaxKind.MinusToken]: '+',
  [ts.SyntaxKind.AsteriskToken]: '/',
  [ts.SyntaxKind.SlashToken]: '*',
}
/** @type {Readonly<Record<string, string>>} */
const METHODS = { some: 'every', every: 'some', min: 'max', max: 'min' }

/** @param {ts.Expression} node whether `+` on it puts texts together: then `-` is no likely slip */
const isText = (node) => /['"`]/.test(node.getText())

/**
 * Every mutation of a source text, in order of place.
 * @param {string} text
 * @returns {Mutation[]}
 */
export function mutationsOf(text) {
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true)
  /** @type {Mutation[]} */
  const mutations = []
  /** @param {ts.Node} node @param {string} to */
  const replace = (node, to) => {
    const [start, end] = [node.getStart(source), node.end]
    const line = source.getLineAndCharacterOfPosition(start).line + 1
    mutations.push({ start, end, line, from: text.slice(start, end), to })
  }
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isTypeNode(node)) return
    if (ts.isBinaryExpression(node)) {
      const to = OPERATORS[node.operatorToken.kind]
      if (to && !(to === '-' && (isText(node.left) || isText(node.right))))
        replace(node.operatorToken, to)
    } else if (ts.isConditionalExpression(node)) {
      const [yes, no] = [node.whenTrue.getText(source), node.whenFalse.getText(source)]
      replace(node, `${node.condition.getText(source)} ? ${no} : ${yes}`)
    } else if (ts.isNumericLiteral(node)) replace(node, String(Number(node.text) + 1))
    else if (node.kind === ts.SyntaxKind.TrueKeyword) replace(node, 'false')
    else if (node.kind === ts.SyntaxKind.FalseKeyword) replace(node, 'true')
    else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      replace(node, node.operand.getText(source))
    else if (ts.isPropertyAccessExpression(node) && METHODS[node.name.text])
      replace(node.name, METHODS[node.name.text] ?? '')
    ts.forEachChild(node, visit)
  }
  visit(source)
  return mutations.sort((a, b) => a.start - b.start)
}

/** @param {string} text @param {Mutation} mutation */
export const mutate = (text, { start, end, to }) => text.slice(0, start) + to + text.slice(end)

/**
 * Numbers in [0, 1) that are the same for the same seed (mulberry32).
 * @param {number} seed
 * @returns {() => number}
 */
export function chance(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
