import { crawlAllPages, OF_HFS } from './support/crawl-suite.ts';

crawlAllPages(OF_HFS);
