/**
 * Holds the path of the library that the build has compiled (compiled.ts): null in a program that
 * runs from its sources. The build puts the path here (electron.vite.config.ts).
 */
export const COMPILED_FILE: string | null = null
