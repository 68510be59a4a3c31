/** Bytes and counts; see the settings FILE_LIMIT_MB, COMPLAINT_FILES_LIMIT_MB and COMPLAINT_FILE_COUNT_LIMIT. */
export interface AttachmentLimits {
  /** Bytes of one file. */
  readonly fileLimit: number;
  /** Bytes of all files of one side of a complaint. */
  readonly complaintFilesLimit: number;
  /** Files of one side of a complaint. */
  readonly complaintFileCountLimit: number;
}

const MEGABYTE = 1024 * 1024;

let limits: AttachmentLimits = {
  fileLimit: 25 * MEGABYTE,
  complaintFilesLimit: 100 * MEGABYTE,
  complaintFileCountLimit: 20,
};

/** Sets this process's limits, at boot. */
export function setAttachmentLimits(settings: AttachmentLimits): void {
  limits = settings;
}

export function attachmentLimits(): AttachmentLimits {
  return limits;
}

/** Bytes as people say them: "25 MB". */
export function megabytes(bytes: number): string {
  return `${Math.round((bytes / MEGABYTE) * 10) / 10} MB`;
}
