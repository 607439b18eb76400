/**
 * Holds the paths of what the build has compiled, the library (compiled.ts), the sayings
 * (sayings.ts), the clocks of the law (report-rules.ts) and the policies (policies.ts): null in a
 * program that runs from its sources. The build puts the paths here (electron.vite.config.ts).
 */
export const COMPILED_FILE: string | null = null
export const COMPILED_SAYINGS: string | null = null
export const COMPILED_RULES: string | null = null
export const COMPILED_POLICIES: string | null = null
