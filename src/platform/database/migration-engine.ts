import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import type pg from 'pg';

interface Glue {
  __wbg_set_wasm(exports: object): void;
  SchemaEngine: typeof SchemaEngine;
}

export interface MigrationEngine {
  readonly engine: SchemaEngine;
  /** Ends the connections that the engine opened. */
  close(): Promise<void>;
}

/**
 * Prisma's schema engine as WebAssembly: it does what `prisma migrate` does without a native binary, which would
 * have to be downloaded.
 * @param datamodels the schema files as [path, content], for `diff`; none are needed to apply migrations
 */
export async function openMigrationEngine(
  connection: pg.PoolConfig,
  datamodels?: [string, string][],
): Promise<MigrationEngine> {
  const require = createRequire(import.meta.url);
  const glueFile = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const glue: Glue = await import(glueFile);
  const module = await WebAssembly.compile(readFileSync(glueFile.replace(/\.js$/, '.wasm')));
  const { exports } = await WebAssembly.instantiate(module, { './schema_engine_bg.js': { ...glue } });
  glue.__wbg_set_wasm(exports);
  const start = exports.__wbindgen_start;
  if (typeof start === 'function') start();
  const adapter = new WholeScriptAdapter(connection);
  const engine = await glue.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  return { engine, close: () => adapter.close() };
}

/**
 * Sends a migration to PostgreSQL as one script, in one transaction. Prisma's adapter would cut it at every
 * semicolon, also within the body of a function.
 */
class WholeScriptAdapter extends PrismaPg {
  readonly #opened: { dispose(): Promise<void> }[] = [];

  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    this.#opened.push(adapter);
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }

  async close(): Promise<void> {
    for (const adapter of this.#opened.splice(0)) await adapter.dispose();
  }
}
