import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const VIEWS = path.resolve(import.meta.dirname, '../../views');
const LINES_LIMIT = 120;

const STATEMENT = /^(?:if \(.+\) \{|for \(.+\) \{|\} else \{|\} else if \(.+\) \{|\})$/s;
const LOADS_CODE = /<(?:script|style)\b[^>]*>|<link\b[^>]*rel="stylesheet"[^>]*>/gi;

/** What a template may not do, and why not. */
const RULES: readonly { rule: string; faultsOf: (source: string) => readonly string[] }[] = [
  {
    rule: 'prints unescaped text only where it includes a template',
    faultsOf: (source) => tags(source, '-').filter((code) => !/^include\(.+\)$/s.test(code)),
  },
  {
    rule: 'decides and repeats, and computes nothing',
    faultsOf: (source) => tags(source, '').filter((code) => !STATEMENT.test(code)),
  },
  {
    rule: `has at most ${LINES_LIMIT} lines`,
    faultsOf: (source) => (source.trimEnd().split('\n').length > LINES_LIMIT ? ['too long'] : []),
  },
  {
    rule: 'has no inline style',
    faultsOf: (source) => source.match(/\sstyle\s*=/gi) ?? [],
  },
  {
    rule: 'has no inline event handler',
    faultsOf: (source) => source.match(/\son[a-z]+\s*=\s*["']/gi) ?? [],
  },
  {
    rule: 'has no script, style or style sheet without the nonce',
    faultsOf: (source) =>
      (withoutValues(source).match(LOADS_CODE) ?? []).filter((tag) => !tag.includes('nonce="{shell.nonce}"')),
  },
  {
    rule: 'posts a form only with the token of the session',
    faultsOf: (source) => forms(source).filter((form) => /method="post"/i.test(form) && !carriesToken(form)),
  },
];

describe('The rules of templates', () => {
  it.each([
    ['prints unescaped text', '<%- view.story %>', 0],
    ['declares something', '<% const late = view.due < today; %>', 1],
    ['calls something', '<% console.log(view) %>', 1],
    ['carries a style', '<p style="color: red">', 3],
    ['carries a handler', '<button onclick="go()">', 4],
    ['carries a script', '<script>go()</script>', 5],
    ['posts without a token', '<form method="post" action="/x"></form>', 6],
  ])('catch one that %s', (_what, source, rule) => {
    expect(RULES[rule]?.faultsOf(source)).not.toEqual([]);
  });
});

describe('Every template', () => {
  it.each(RULES)('$rule', ({ faultsOf }) => {
    const faults = templates().flatMap((name) =>
      faultsOf(readFileSync(path.join(VIEWS, name), 'utf8')).map((fault) => `${name}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });
});

function templates(): string[] {
  return readdirSync(VIEWS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ejs'))
    .sort();
}

/** The code of every tag that opens with `<%` and a mark: `-` prints as it is; none is a statement. */
function tags(source: string, mark: '-' | ''): string[] {
  const all = [...source.matchAll(/<%([-=_#]?)(.*?)[-_]?%>/gs)];
  return all.filter(([, opened]) => opened === mark).map(([, , code]) => (code ?? '').trim());
}

/** The source with each `<%= value %>` as `{value}`, so that a tag ends where HTML says it does. */
function withoutValues(source: string): string {
  return source.replaceAll(/<%=\s*(.*?)\s*%>/gs, '{$1}');
}

function forms(source: string): string[] {
  return source.match(/<form\b.*?<\/form>/gs) ?? [];
}

/** Whether markup includes the token's partial, itself or through another template. */
function carriesToken(markup: string, seen: ReadonlySet<string> = new Set()): boolean {
  const included = [...markup.matchAll(/include\('\/([\w/-]+)'/g)].flatMap(([, name]) => name ?? []);
  if (included.includes('_fields/csrf')) return true;
  return included
    .filter((name) => !seen.has(name))
    .some((name) =>
      carriesToken(readFileSync(path.join(VIEWS, `${name}.ejs`), 'utf8'), new Set([...seen, name])),
    );
}
