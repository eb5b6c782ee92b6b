import * as core from "@kefu/core";
import { describeFuzz } from "../../../scripts/fuzz.ts";

describeFuzz(core);
