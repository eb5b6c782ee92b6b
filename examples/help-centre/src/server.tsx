import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { HTTPException } from "hono/http-exception";
import type { HelpCentre } from "./help-centre.ts";
import { LOCALES, negotiateLocale } from "./locales.ts";
import { ProblemPage } from "./pages/problem.tsx";
import { answerRoutes } from "./routes/answers.tsx";
import { askingRoutes } from "./routes/asking.tsx";
import { deskRoutes } from "./routes/desk.tsx";
import { editorRoutes } from "./routes/editor.tsx";
import { editorEntryRoutes } from "./routes/editor-entries.tsx";
import { fileRoutes } from "./routes/files.ts";
import { preferenceRoutes } from "./routes/preferences.tsx";
import { readingRoutes } from "./routes/reading.tsx";
import { ticketRoutes } from "./routes/tickets.tsx";
import { walletRoutes } from "./routes/wallet.tsx";
import type { ProblemKind } from "./texts/texts.ts";
import { MAX_FORM_BYTES } from "./web/limits.ts";
import { paths, readerOf } from "./web/reader.ts";
import { sendPage } from "./web/render.tsx";
import { securityHeaders } from "./web/security-headers.ts";

/** The whole help centre as one function from a request to a response. */
export function createServer(centre: HelpCentre): Hono {
  const app = new Hono({ strict: false });
  app.use(securityHeaders(), compress());
  app.use(
    bodyLimit({
      maxSize: MAX_FORM_BYTES,
      onError: (c) => problem(c, centre, "tooLarge", 413),
    }),
  );

  app.use(async (_, next) => {
    await centre.lives.wake(centre.now());
    return next();
  });
  app.get("/", (c) => {
    c.header("Vary", "Accept-Language");
    return c.redirect(paths.home(negotiateLocale(c.req.header("accept-language"))), 302);
  });
  app.route("/", fileRoutes(centre));

  const pages = `/:locale{(?:${LOCALES.join("|")})}`;
  app.route(pages, readingRoutes(centre));
  app.route(pages, answerRoutes(centre));
  app.route(pages, askingRoutes(centre));
  app.route(pages, ticketRoutes(centre));
  app.route(pages, walletRoutes(centre));
  app.route(pages, preferenceRoutes(centre));
  app.route(pages, deskRoutes(centre));
  app.route(pages, editorRoutes(centre));
  app.route(pages, editorEntryRoutes(centre));

  app.notFound((c) =>
    c.req.method === "GET" || c.req.method === "HEAD"
      ? problem(c, centre, "notFound", 404)
      : problem(c, centre, "methodNotAllowed", 405),
  );
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500) {
      return problem(c, centre, "wrongType", error.status === 415 ? 415 : 400);
    }
    console.error(error);
    return problem(c, centre, "broken", 500);
  });
  return app;
}

function problem(
  c: Context,
  centre: HelpCentre,
  kind: ProblemKind,
  status: 400 | 404 | 405 | 413 | 415 | 500,
): Promise<Response> {
  const reader = readerOf(c);
  return sendPage(c, <ProblemPage {...{ reader, centre, kind, status }} />, status);
}
