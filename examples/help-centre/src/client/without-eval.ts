import { z } from "zod";

// The page's policy forbids making code from text, which zod would otherwise try out.
z.config({ jitless: true });
