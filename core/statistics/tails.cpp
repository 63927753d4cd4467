// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/tails.h"

#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <numbers>

namespace gridwarden::core {

namespace {

namespace policies = boost::math::policies;
/// Nothing throws: what is beyond the range of doubles comes back as the value at its end.
using Quiet =
    policies::policy<policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
                     policies::overflow_error<policies::ignore_error>,
                     policies::underflow_error<policies::ignore_error>,
                     policies::evaluation_error<policies::ignore_error>>;

} // namespace

double bothNormalTails(double z) {
    return boost::math::erfc(std::abs(z) / std::numbers::sqrt2, Quiet());
}

double chiSquaredTail(double x, int degreesOfFreedom) {
    return boost::math::gamma_q(degreesOfFreedom / 2.0, x / 2, Quiet());
}

} // namespace gridwarden::core
