import { load } from 'cheerio';
import type { APIResponse } from 'playwright-core';

/** What is wrong with an answer that is no page: a file, an image, figures for programs, or a word for operators. */
export async function judgeFile(answer: APIResponse): Promise<string[]> {
  const { 'content-type': type = '', ...headers } = answer.headers();
  const faults: string[] = [];
  if (headers['x-content-type-options'] !== 'nosniff') faults.push('may be sniffed');
  if (!headers['content-security-policy']) faults.push('has no policy');
  if (headers['x-powered-by']) faults.push('says what it runs on');
  if (headers['content-disposition']?.startsWith('attachment') && !type.startsWith('text/csv')) {
    faults.push(...protectedFaults(headers));
  }
  return [...faults, ...contentFaults(type, await answer.text())];
}

/** A file of a complaint: saved and not shown, kept by no cache, harmless if opened. */
function protectedFaults(headers: Readonly<Record<string, string>>): string[] {
  const faults: string[] = [];
  if (headers['cache-control'] !== 'no-store') faults.push('may be cached');
  if (!headers['content-security-policy']?.includes('sandbox')) faults.push('is not sandboxed');
  return faults;
}

function contentFaults(type: string, content: string): string[] {
  if (type.startsWith('application/json')) return isJson(content) ? [] : ['is no JSON'];
  if (type.startsWith('image/svg+xml')) return imageFaults(content);
  return content.length > 0 ? [] : ['is empty'];
}

/** An image has a title, and nothing that runs, is styled or is fetched. */
function imageFaults(content: string): string[] {
  const $ = load(content, { xml: true });
  const title = $('svg > title').text();
  const foreign = $('script, style, image, use, foreignObject, [style], [href]').length;
  return [
    ...(title ? [] : ['the image has no title']),
    ...(foreign === 0 ? [] : ['the image holds what may run or be fetched']),
  ];
}

function isJson(content: string): boolean {
  try {
    JSON.parse(content);
    return true;
  } catch {
    return false;
  }
}
