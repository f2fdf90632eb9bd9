import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import packaged from '@sparticuz/chromium';

const systemBrowsers = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Software WebGL for the map; no calls to the browser's maker. */
export const browserArgs = [
  '--headless',
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
];

export interface Browser {
  path: string;
  /** Extra environment: where the packaged browser finds libraries that a bare machine lacks. */
  env: Record<string, string>;
}

/** The system's Chromium where there is one, else the one in the npm package. Nothing is downloaded. */
export async function findBrowser(): Promise<Browser> {
  const found = systemBrowsers.find((path) => path && existsSync(path));
  if (found) return { path: found, env: {} };
  const main = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  const folder = join(main, '../../../../../.cache/trasa-chromium');
  if (!existsSync(folder)) await unpack(main, folder);
  const path = join(folder, 'chromium');
  const lacksLibraries = execFileSync('ldd', [path], { encoding: 'utf8' }).includes('not found');
  return { path, env: lacksLibraries ? { LD_LIBRARY_PATH: join(folder, 'al2023/lib') } : {} };
}

/** The package unpacks into the temporary folder; ours is renamed when complete, so a broken attempt is repeated. */
async function unpack(main: string, folder: string): Promise<void> {
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = part;
  try {
    await packaged.executablePath();
    const { inflate } = await import(pathToFileURL(join(dirname(main), 'lambdafs.js')).href);
    await inflate(join(dirname(main), '../../bin/al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  renameSync(part, folder);
}
