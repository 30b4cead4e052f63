// `roost doctor`, with the world it looks at and talks to as values.
#pragma once

#include <iosfwd>

#include "server/commands/commands.h"
#include "server/config.h"
#include "server/doctor/probes.h"
#include "server/doctor/report.h"

namespace roost {

struct DoctorStage {
    ConfigSources sources;  // their arguments are taken from the command's own
    doctor::World world;
    std::istream& in;
    std::ostream& out;  // the report
    std::ostream& err;  // warnings and questions, so that the report stays one document
    doctor::Colours colours = doctor::Colours::kNone;
};

// The exit code: 0 if nothing is bad and everything that was asked for was done.
int run_doctor(const Arguments& arguments, const DoctorStage& stage);

}  // namespace roost
