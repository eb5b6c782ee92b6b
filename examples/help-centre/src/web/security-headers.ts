import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

/** Pages load nothing but our own files, run no inline code, and stand in no other site's frame. */
export function securityHeaders(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      mediaSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: { camera: false, geolocation: false, microphone: false, payment: false },
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
    // Only a site that is always reached over HTTPS may promise so; that is for whoever runs it.
    strictTransportSecurity: false,
  });
}
