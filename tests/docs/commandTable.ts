/** How a command that the documents show is known to work. */
export type Way =
  /** commands.test.ts runs it as it stands, with files of its own. */
  | 'run'
  /** As it stands but with these arguments instead, which take seconds. */
  | { readonly short: readonly string[] }
  /** This file runs it, or the very thing that it starts. */
  | { readonly by: string }
  /** What follows `npx vitest run` are tests that `npm test` runs. */
  | 'tests'
  /** Nobody runs it for us: why. */
  | { readonly byHand: string }
  /** Only a real tenant can run it: a step of docs/verify-in-tenant.md. */
  | { readonly inTenant: number }

/** Each command that may stand in README and docs. The first that fits counts. */
export const ways: readonly (readonly [RegExp, Way])[] = [
  // Only named, without what it needs: its script is held to package.json.
  [/…/, { byHand: 'stands in full elsewhere' }],
  [/^npm run -s make -- reconcile$/, { by: 'tests/cli/reconcile.test.ts' }],
  [/^npm run (-s )?make -- /, 'run'],
  [/^npm run (-s )?make$/, { by: 'tests/cli/checks.test.ts' }],
  [/^npm run package -- --host/, 'run'],
  [/^npm run package$/, { by: 'tests/build/package.test.ts' }],
  [/^npm run graph -- /, 'run'],
  [/^npm run graph$/, { by: 'tests/emulator/commandLine.test.ts' }],
  [/^curl -X POST localhost:4010\/admin\/faults /, 'run'],
  // The whole guide is gone through there, the script in it; tests/build reads its grammar.
  [/^\.\\Install-Goldthread\.ps1( |$)/, { inTenant: 117 }],
  [/^npm start( -- --(reset|unguarded))?$/, { by: 'tests/journeys/start.test.ts' }],
  // What npm test runs is this and every other test.
  [/^npm test$/, { by: 'tests/docs/commands.test.ts' }],
  [/^npm ci$/, { by: 'tests/build/lock.test.ts' }],
  [/^npm run build$/, { by: 'tests/build/production.test.ts' }],
  [/^npm run lint$/, { by: 'scripts/steps.mjs' }],
  [/^npm run icons$/, { by: 'tests/build/manifest.test.ts' }],
  [/^npm run dictionary$/, { by: 'tests/domain/dictionary.test.ts' }],
  [/^npm run words( -- cy)?$/, { by: 'tests/words/words.test.ts' }],
  [/^npm run dpia$/, { by: 'tests/docs/dpiaPack.test.ts' }],
  [
    /^npm run pictures( -- .*)?$/,
    { byHand: 'takes minutes; tests/docs/links.test.ts holds its pictures to its list' },
  ],
  [
    /^npm run reliability( -- --commands \d+)?$/,
    { short: ['--commands', '100', '--processes', '1', '--seed', '1'] },
  ],
  [/^npm run plant-faults$/, { byHand: 'takes minutes; commands.test.ts holds its list to the code' }],
  [/^npm run bench( -- .*)?$/, { by: 'bench/run.ts' }],
  [/^npx tsx bench\/\w+\.ts( .*)?$/, { byHand: 'measures for minutes; npm run bench runs them all' }],
  [/^npm audit( --omit=dev)?$/, { byHand: 'asks a registry' }],
  [/^(GOLDTHREAD_\w+=\S+ )?npx vitest run tests\/\S+$/, 'tests'],
  [
    /^npx vitest run --config tests\/contract\/vitest\.config\.ts$/,
    { by: 'tests/contract/open.contract.ts' },
  ],
  [
    /^npx vitest run --config tests\/journeys\/vitest\.config\.ts tests\/journeys\/\S+$/,
    { by: 'scripts/steps.mjs' },
  ],
  [/^npm run (contract|validate-documents)$/, { by: 'scripts/ci.mjs' }],
  [/^npm run types$/, { by: 'scripts/steps.mjs' }],
  [/^npm run format$/, { byHand: 'writes the source anew' }],
]
