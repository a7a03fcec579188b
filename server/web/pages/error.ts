export interface ErrorPage {
  readonly status: number;
  readonly title: string;
  /** What happened and what to do next; reveals nothing of the request or the machine. */
  readonly message: string;
}
