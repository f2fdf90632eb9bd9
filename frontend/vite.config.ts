import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const src = (folder: string) => fileURLToPath(new URL(`./src/${folder}`, import.meta.url));

const folders = [
  'lib',
  'api',
  'board',
  'assets',
  'company',
  'customers',
  'orders',
  'parts',
  'people',
  'phone',
  'portal',
  'reports',
  'settlement',
];

/** Where `npm run dev` finds the running application. */
const backend = process.env.TRASA_URL ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [svelte()],
  resolve: { alias: Object.fromEntries(folders.map((folder) => [`$${folder}`, src(folder)])) },
  build: { target: 'es2022', chunkSizeWarningLimit: 1200 },
  worker: { format: 'es' },
  server: { proxy: { '/api': backend } },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
