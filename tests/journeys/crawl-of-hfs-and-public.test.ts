import { crawlAllPages, HFS_AND_PUBLIC } from './support/crawl-suite.ts';

crawlAllPages(HFS_AND_PUBLIC);
