import { defineConfig } from 'vite'

// The loader: one small file with a fixed name, which any page embeds by a script tag.
export default defineConfig({
  publicDir: false,
  build: {
    outDir: '../../src/dajeong/server/static/widget',
    emptyOutDir: false,
    target: 'es2020',
    lib: { entry: 'loader/loader.ts', formats: ['iife'], name: 'dajeongLoader', fileName: () => 'loader.js' },
  },
})
