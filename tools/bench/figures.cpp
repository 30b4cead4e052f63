#include "tools/bench/figures.h"

#include <sys/resource.h>

#include <algorithm>
#include <fstream>
#include <string>

namespace roost::bench {

double millis_between(Moment start, Moment end) {
    return std::chrono::duration<double, std::milli>(end - start).count();
}

double percentile(std::vector<double> samples, double share) {
    if (samples.empty()) {
        return 0;
    }
    const auto last = static_cast<double>(samples.size() - 1);
    const auto place = static_cast<std::ptrdiff_t>(share * last + 0.5);
    std::nth_element(samples.begin(), samples.begin() + place, samples.end());
    return samples[static_cast<std::size_t>(place)];
}

long resident_bytes(int pid) {
    std::ifstream status("/proc/" + std::to_string(pid) + "/status");
    std::string line;
    while (std::getline(status, line)) {
        if (line.starts_with("VmRSS:")) {
            return std::stol(line.substr(6)) * 1024;
        }
    }
    return 0;
}

void raise_open_files() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

}  // namespace roost::bench
